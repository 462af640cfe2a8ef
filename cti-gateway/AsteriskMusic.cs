using System.Text;
using CrmUms.Acd.Ports;
using CrmUms.CtiGateway.Ari;
using CrmUms.CtiGateway.Ari.Generated;

namespace CrmUms.CtiGateway;

/// <summary>
/// Classes of music, in a file that <c>musiconhold.conf</c> includes: Asterisk has no other way to learn of one while
/// it runs. Whoever hears a class that is read again, or is gone, hears it on.
/// </summary>
internal sealed class AsteriskMusic(IAriRequests ari, AsteriskOptions options) : IMusicClasses
{
    private const string Module = "res_musiconhold.so";

    public async Task MakeAsync(IReadOnlyList<MusicClass> classes, CancellationToken cancellation)
    {
        if (options.MusicFile.Length == 0)
        {
            return; // Whoever set this Asterisk up wants its own music only.
        }

        var half = options.MusicFile + ".half";
        await File.WriteAllTextAsync(half, TextOf(classes), cancellation);
        File.Move(half, options.MusicFile, overwrite: true);
        var request = AsteriskRequests.ReloadModule(Module);
        var reply = await ari.SendAsync(request, cancellation);
        if (!reply.IsDone)
        {
            throw new CtiException(CtiErrorCode.Refused, $"{request.Operation}: {reply.Status} {reply.Body}");
        }
    }

    private string TextOf(IReadOnlyList<MusicClass> classes)
    {
        var text = new StringBuilder("; Written by CrmUms from the rules of the centre.\n");
        foreach (var music in classes)
        {
            text.Append($"\n[{music.Name}]\nmode = playlist\n");
            text.Append(music.IsShuffled ? "sort = random\n" : "");
            foreach (var track in music.Tracks)
            {
                text.Append($"entry = {options.SoundsFolder}/{track.Language}/{track.Prompt}\n");
            }
        }

        return text.ToString();
    }
}
