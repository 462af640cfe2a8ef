using System.Text.Json;
using CrmUms.AgentWeb.Contracts;
using SpreadCheetah;
using SpreadCheetah.Styling;

namespace CrmUms.AgentWeb.Endpoints;

/// <summary>A table as a file of Excel: texts are texts, never formulas; times and shares can be reckoned with.</summary>
internal static class Workbook
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int ColumnsMax = 60;
    private const int RowsMax = 10_000;
    private const int TextMax = 1_000;
    private const int SheetNameMax = 31; // Of Excel.
    private const double SecondsPerDay = 24 * 60 * 60;
    private const string NotInSheetNames = @"[]:*?/\'";

    /// <summary>What is wrong with it; null: nothing.</summary>
    public static string? ProblemOf(ExportRequest request) =>
        request.Columns is not { Count: > 0 and <= ColumnsMax } ? $"columns has 1 to {ColumnsMax} of them."
        : request.Rows is not { Count: <= RowsMax } ? $"rows has at most {RowsMax} of them."
        : request.Rows.Any(row => row.Count != request.Columns.Count) ? "Every row has a value for every column."
        : null;

    public static async Task<byte[]> WriteAsync(ExportRequest request, CancellationToken cancellation)
    {
        using var file = new MemoryStream();
        await using (var book = await Spreadsheet.CreateNewAsync(file, cancellationToken: cancellation))
        {
            var head = book.AddStyle(new Style { Font = { Bold = true } });
            var time = book.AddStyle(new Style { Format = NumberFormat.Custom("[h]:mm:ss") });
            var share = book.AddStyle(new Style { Format = NumberFormat.Custom("0%") });
            await book.StartWorksheetAsync(SheetName(request.Sheet), token: cancellation);
            await book.AddRowAsync(
                [.. request.Columns.Select(column => new StyledCell(Cut(column.Title), head))], cancellation);
            foreach (var row in request.Rows)
            {
                await book.AddRowAsync(
                    [.. row.Zip(request.Columns, (value, column) => CellOf(value, column.Unit, time, share))],
                    cancellation);
            }

            await book.FinishAsync(cancellation);
        }

        return file.ToArray();
    }

    private static StyledCell CellOf(JsonElement value, string unit, StyleId time, StyleId share) =>
        value.ValueKind switch
        {
            JsonValueKind.Number when unit == "seconds" => new StyledCell(value.GetDouble() / SecondsPerDay, time),
            JsonValueKind.Number when unit == "share" => new StyledCell(value.GetDouble(), share),
            JsonValueKind.Number => new StyledCell(value.GetDouble(), null),
            JsonValueKind.String => new StyledCell(Cut(value.GetString()!), null),
            _ => new StyledCell((string?)null, null),
        };

    private static string SheetName(string? name)
    {
        var clean = new string([.. (name ?? "").Where(letter => !NotInSheetNames.Contains(letter))]).Trim();
        return clean.Length == 0 ? "CrmUms" : clean[..Math.Min(clean.Length, SheetNameMax)];
    }

    private static string Cut(string text) => text.Length > TextMax ? text[..TextMax] : text;
}
