using CrmUms.CtiGateway.Generator;

// Run by hand after changing operations.txt or the description:
//   dotnet run --project cti-gateway/generator -- cti-gateway
if (args is not [var gateway])
{
    await Console.Error.WriteLineAsync("usage: generator <folder of cti-gateway>");
    return 2;
}

var description = ApiDescription.ReadFolder(Path.Combine(gateway, "Ari", "ApiDescription"));
var operations = OperationList.Read(Path.Combine(gateway, "generator", "operations.txt"));
var target = Path.Combine(gateway, "Ari", "Generated");
Directory.CreateDirectory(target);
foreach (var old in Directory.GetFiles(target, "*.g.cs"))
{
    File.Delete(old);
}

foreach (var (name, text) in AriSource.Write(description, operations))
{
    await File.WriteAllTextAsync(Path.Combine(target, name), text);
    Console.WriteLine($"{name}: {text.Count(character => character == '\n')} lines");
}

return 0;
