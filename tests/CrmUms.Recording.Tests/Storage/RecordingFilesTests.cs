using CrmUms.Recording.Storage;

namespace CrmUms.Recording.Tests.Storage;

public sealed class RecordingFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

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

    public void Dispose() => _folder.Dispose();

    private RecordingFiles Files() => new(_folder.Raw, _folder.Finished);
}
