namespace CrmUms.EndToEnd.Tests;

/// <summary>Who waits hears the music that the administrator has chosen for his queue.</summary>
public sealed class MusicTests(Instance instance) : EndToEndTest(instance)
{
    private const string Number = "1160";
    private const string Queue = "musical";
    private const int FirstHertz = 1_150;
    private const int SecondHertz = 1_450;

    [Fact]
    public async Task Music_made_in_the_page_is_heard_in_its_queue_and_cannot_be_removed_from_under_it()
    {
        var person = await OpensPage(AdministrationPage.Login);
        var administrator = await AdministrationPage.SignInAsync(person);
        await UploadsIn(administrator, person, "Первая музыка", "first-tone", FirstHertz);
        await person.PutRule("queue", Queue, new { id = Queue, name = "С музыкой", music = "pervaya-muzyka" });
        await person.PutNumber(Number, "queue", Queue);

        var caller = await Dials(Number);
        await caller.Hears(FirstHertz);
        await administrator.ServerKeeps("music", "pervaya-muzyka");
        await administrator.ServerRefuses(
            "queue", Queue, new { id = Queue, name = "С музыкой", music = "no-such-music" },
            "unknown-reference", "music");

        // Another one, while he listens: the next caller hears it, and he his own.
        await UploadsIn(administrator, person, "Вторая музыка", "second-tone", SecondHertz);
        await administrator.Opens("queue", Queue);
        await administrator.Chooses("music", "Вторая музыка");
        await administrator.Saves();
        var next = await Dials(Number, "+998900000002");
        await next.Hears(SecondHertz);
        await caller.Hears(FirstHertz);
        await caller.HangUp();
        await next.HangUp();
    }

    private async Task UploadsIn(
        AdministrationPage administrator, AgentPage person, string name, string file, int hertz)
    {
        var sound = Path.Combine(Instance.Output, $"{file}.wav");
        Tones.Write(sound, hertz, seconds: 3);
        await person.Page.GotoAsync("/admin/music"); // Rules were changed past the page.
        await administrator.Begins("music");
        await administrator.Fills("name", name);
        await person.Page.Locator("input[type=file]").SetInputFilesAsync(sound);
        await administrator.Reads("editor", file);
        await administrator.Saves();
    }
}
