using CrmUms.CtiGateway.Ari;
using CrmUms.CtiGateway.Generator;
using CrmUms.CtiGateway.Tests.Asterisk;

namespace CrmUms.CtiGateway.Tests.Ari;

/// <summary>The generated client follows the description, and the description follows the real server.</summary>
[Collection("asterisk")]
public sealed class GeneratedCodeTests(AsteriskServer server)
{
    private static readonly string Gateway = Path.Combine(Repository.Root, "cti-gateway");

    private static readonly ApiDescription Kept =
        ApiDescription.ReadFolder(Path.Combine(Gateway, "Ari/ApiDescription"));

    private static readonly IReadOnlyList<string> Wanted =
        OperationList.Read(Path.Combine(Gateway, "generator/operations.txt"));

    [Fact]
    public void What_is_committed_is_what_the_generator_writes()
    {
        var committed = Directory.GetFiles(Path.Combine(Gateway, "Ari/Generated"))
            .ToDictionary(file => Path.GetFileName(file), File.ReadAllText);

        var written = AriSource.Write(Kept, Wanted);

        committed.Keys.ShouldBe(written.Keys, ignoreOrder: true);
        foreach (var (name, text) in written)
        {
            committed[name].ShouldBe(text, $"{name}: run the generator (README of cti-gateway).");
        }
    }

    [Fact]
    public async Task The_real_server_still_offers_all_that_we_use()
    {
        AsteriskServer.ShouldBeThere();
        using var http = new AriHttp(server.Options, TimeProvider.System);
        var served = new ApiDescription();
        foreach (var file in Directory.GetFiles(Path.Combine(Gateway, "Ari/ApiDescription"), "*.json"))
        {
            var resource = Path.GetFileNameWithoutExtension(file);
            var reply = await http.SendAsync(
                new AriRequest("GET", $"api-docs/{resource}.json", null), TestContext.Current.CancellationToken);
            reply.Status.ShouldBe(200, resource);
            served.Add(resource, reply.Body);
        }

        Kept.MissingFrom(served, Wanted).ShouldBeEmpty();
    }

    [Fact]
    public void What_another_Asterisk_lacks_is_named()
    {
        var other = new ApiDescription();
        other.Add("events", File.ReadAllText(Path.Combine(Gateway, "Ari/ApiDescription/events.json"))
            .Replace("\"args\"", "\"arguments\"", StringComparison.Ordinal));

        var missing = Kept.MissingFrom(other, Wanted);

        missing.ShouldContain("POST /channels/{channelId}/answer (channels.answer)");
        missing.ShouldContain("model Channel");
        missing.ShouldContain("property args of StasisStart");
    }
}
