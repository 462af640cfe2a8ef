namespace CrmUms.CtiGateway.Generator;

/// <summary>Writes one static class per resource, one method per operation.</summary>
internal static class RequestWriter
{
    public static string Write(string className, IReadOnlyList<Operation> operations)
    {
        var text = new SourceText();
        if (operations.SelectMany(o => o.Parameters).Any(p => CSharpNames.Type(p.Type) is "int" or "long" or "double"))
        {
            text.Line("using System.Globalization;");
            text.Line();
        }

        text.Line("namespace CrmUms.CtiGateway.Ari.Generated;");
        text.Line();
        text.Line($"internal static class {className}");
        text.Line("{");
        foreach (var (index, operation) in operations.Index())
        {
            if (index > 0)
            {
                text.Line();
            }

            WriteOperation(text, operation);
        }

        text.Line("}");
        return text.ToString();
    }

    private static void WriteOperation(SourceText text, Operation operation)
    {
        var isVoid = operation.Response == "void";
        var returns = isVoid ? "AriRequest" : $"AriRequest<{CSharpNames.Type(operation.Response)}>";
        var required = operation.Parameters.Where(parameter => parameter.IsRequired);
        var optional = operation.Parameters.Where(parameter => !parameter.IsRequired);
        text.Summary("    ", operation.Summary);
        var parameters = required.Select(parameter => $"{TypeOf(parameter)} {CSharpNames.Camel(parameter.Name)}")
            .Concat(optional.Select(parameter => $"{TypeOf(parameter)}? {CSharpNames.Camel(parameter.Name)} = null"))
            .ToList();
        var (open, comma) = parameters.Count > 1 ? ("(\n        ", ",\n        ") : ("(", ", ");
        var name = CSharpNames.Pascal(operation.Nickname);
        text.Line($"    public static {returns} {name}{open}{string.Join(comma, parameters)}) =>");
        text.Line("        new(");
        text.Line($"            \"{operation.Method}\",");
        text.Line($"            {Uri(operation)},");
        text.Line($"            {Body(operation)}{JsonType(operation)});");
    }

    private static string TypeOf(Parameter parameter) =>
        parameter.Place == "body" ? "string" : CSharpNames.Type(parameter.Type);

    private static string Body(Operation operation) =>
        operation.Parameters.FirstOrDefault(parameter => parameter.Place == "body") is { } body
            ? CSharpNames.Camel(body.Name)
            : "null";

    private static string JsonType(Operation operation) => operation.Response switch
    {
        "void" => "",
        _ when CSharpNames.Element(operation.Response) is { } element =>
            $", AriJson.Default.IReadOnlyList{CSharpNames.Pascal(element)}",
        _ => $", AriJson.Default.{CSharpNames.Pascal(operation.Response)}",
    };

    private static string Uri(Operation operation)
    {
        var path = operation.Path.TrimStart('/');
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.Place == "path"))
        {
            path = path.Replace(
                $"{{{parameter.Name}}}",
                $"{{AriUri.Escape({CSharpNames.Camel(parameter.Name)})}}",
                StringComparison.Ordinal);
        }

        var query = operation.Parameters
            .Where(parameter => parameter.Place == "query")
            .Select(parameter => $"\n                (\"{parameter.Name}\", {Value(parameter)})");
        var dollar = path.Contains('{', StringComparison.Ordinal) ? "$" : "";
        return operation.Parameters.Any(parameter => parameter.Place == "query")
            ? $"AriUri.Of(\n                {dollar}\"{path}\",{string.Join(',', query)})"
            : $"{dollar}\"{path}\"";
    }

    private static string Value(Parameter parameter)
    {
        var name = CSharpNames.Camel(parameter.Name);
        var mark = parameter.IsRequired ? "" : "?";
        return CSharpNames.Type(parameter.Type) switch
        {
            "string" => name,
            "bool" => $"{name}{mark}.ToString().ToLowerInvariant()",
            _ => $"{name}{mark}.ToString(CultureInfo.InvariantCulture)",
        };
    }
}
