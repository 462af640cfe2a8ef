using System.Text.RegularExpressions;
using CrmUms.Acd.Agents;
using CrmUms.Acd.Figures;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.CrmCore.Cases;
using CrmUms.CrmCore.History;
using CrmUms.Recording.Ports;
using CrmUms.Recording.Prompts;
using CrmUms.Storage.Identity;
using CrmUms.Storage.Tests.Server;

namespace CrmUms.Storage.Tests;

/// <summary>The words in a check of a table are the words of its enum.</summary>
public sealed partial class WordTests(PostgresServer server) : DatabaseTest(server)
{
    private const string SelectCheck =
        """
        select pg_get_constraintdef(oid)
          from pg_constraint
         where conrelid = @table::regclass
           and contype = 'c'
           and conname like '%' || @column || '_check'
        """;

    [Fact]
    public async Task The_words_in_the_tables_are_the_words_of_the_enums()
    {
        (await WordsInAsync("acd.interaction", "direction")).ShouldBe(WordsOf<InteractionDirection>());
        (await WordsInAsync("acd.interaction", "number_kind")).ShouldBe(WordsOf<CallerNumberKind>());
        (await WordsInAsync("acd.agent_state", "state")).ShouldBe(WordsOf<AgentStatus>());
        (await WordsInAsync("acd.survey_answer", "kind")).ShouldBe(WordsOf<SurveyKind>());
        (await WordsInAsync("crm.client", "client_kind")).ShouldBe(WordsOf<ClientKind>());
        (await WordsInAsync("crm.case", "status")).ShouldBe(WordsOf<CaseStatus>());
        (await WordsInAsync("identity.employee", "role")).ShouldBe(WordsOf<EmployeeRole>());
        (await WordsInAsync("recording.recording", "recording_state")).ShouldBe(WordsOf<RecordingState>());
        (await WordsInAsync("recording.prompt_audio", "language")).ShouldBe(WordsOf<PromptLanguage>());
        (await WordsInAsync("recording.prompt_audio", "source")).ShouldBe(WordsOf<PromptSource>());
    }

    [Fact]
    public void Every_word_is_read_back_as_what_it_was_written_from()
    {
        foreach (var ending in Enum.GetValues<CrmUms.Acd.Interactions.InteractionEnding>())
        {
            Words.Parse<CrmUms.Acd.Interactions.InteractionEnding>(Words.Of(ending)).ShouldBe(ending);
        }

        Should.Throw<InvalidOperationException>(() => Words.Parse<CaseStatus>("nonsense"));
    }

    [GeneratedRegex("'([^']+)'::text")]
    private static partial Regex Word();

    private static List<string> WordsOf<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(Words.Of).Order(StringComparer.Ordinal)];

    private async Task<List<string>> WordsInAsync(string table, string column)
    {
        var check = await Database.FindAsync<string>(SelectCheck, new { table, column }, Cancellation);
        return [.. Word().Matches(check!).Select(word => word.Groups[1].Value).Order(StringComparer.Ordinal)];
    }
}
