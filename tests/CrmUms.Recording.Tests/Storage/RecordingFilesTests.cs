using CrmUms.Recording.Storage;

namespace CrmUms.Recording.Tests.Storage;

public sealed class RecordingFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData(".hidden.raw")]
    [InlineData("../a.raw")]
    [InlineData("a/b.raw")]
    [InlineData("a b.raw")]
    public void A_name_that_could_leave_the_raw_folder_is_no_raw_file(string name) =>
        RecordingFiles.IsRawName(name).ShouldBeFalse();

    [Fact]
    public void A_finished_file_outside_the_folder_is_not_opened() =>
        Should.Throw<ArgumentException>(() => Files().FullPath("../../etc/passwd"));

    [Fact]
    public void A_name_stands_for_a_complete_file()
    {
        var files = Files();
        var half = files.PrepareHalf("2026/03/02/a.opus");
        File.WriteAllBytes(half, [1, 2, 3]);
        File.Exists(files.FullPath("2026/03/02/a.opus")).ShouldBeFalse();

        files.Publish("2026/03/02/a.opus").ShouldBe(3);

        _folder.FinishedFiles.ShouldBe(["2026/03/02/a.opus"]);
    }

    [Fact]
    public void Only_raw_files_are_listed()
    {
        _folder.WriteRaw("a.raw", 1, DateTimeOffset.UnixEpoch);
        File.WriteAllText(Path.Combine(_folder.Raw, "readme.txt"), "x");

        var raw = Files().ListRaw().ShouldHaveSingleItem();

        raw.ShouldBe(new RawFile("a.raw", 32_000, DateTimeOffset.UnixEpoch));
        RecordingFiles.DurationOf(raw).ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task The_end_of_a_file_that_the_PBX_still_writes_plays_with_both_channels_in_place()
    {
        byte[] caller = [1, 0], agent = [2, 0];
        byte[] frames = [.. Enumerable.Repeat(caller.Concat(agent), 16_000).SelectMany(frame => frame)];
        await File.WriteAllBytesAsync(Path.Combine(_folder.Raw, "a.raw"), [.. frames, .. caller], Cancellation);

        var sound = await Files().ReadLastAsync("a.raw", TimeSpan.FromSeconds(1), Cancellation);

        sound.ShouldNotBeNull().Length.ShouldBe(44 + 32_000);
        sound[44..48].ShouldBe([.. caller, .. agent]);
        BitConverter.ToInt32(sound, 40).ShouldBe(32_000);
    }

    [Fact]
    public async Task Of_a_talk_that_has_just_begun_all_is_played_and_of_none_nothing()
    {
        await File.WriteAllBytesAsync(Path.Combine(_folder.Raw, "a.raw"), new byte[400], Cancellation);
        await File.WriteAllBytesAsync(Path.Combine(_folder.Raw, "empty.raw"), [], Cancellation);
        var long30 = TimeSpan.FromSeconds(30);

        (await Files().ReadLastAsync("a.raw", long30, Cancellation)).ShouldNotBeNull().Length.ShouldBe(444);
        (await Files().ReadLastAsync("empty.raw", long30, Cancellation)).ShouldBeNull();
        (await Files().ReadLastAsync("gone.raw", long30, Cancellation)).ShouldBeNull();
    }

    public void Dispose() => _folder.Dispose();

    private RecordingFiles Files() => new(_folder.Raw, _folder.Finished);
}
