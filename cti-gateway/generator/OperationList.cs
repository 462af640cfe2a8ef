namespace CrmUms.CtiGateway.Generator;

/// <summary>Reads what is wanted: a <c>resource.nickname</c> per line, <c>#</c> begins a comment.</summary>
public static class OperationList
{
    public static IReadOnlyList<string> Read(string file) =>
        [
            .. from line in File.ReadLines(file)
               where line is not ([] or ['#', ..])
               select line.Trim(),
        ];
}
