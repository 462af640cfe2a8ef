using CrmUms.AgentWeb.Contracts;

namespace CrmUms.AgentWeb.Desks;

// The list of colleagues, while his page shows it: numbered like all that it is told.
internal sealed partial class DeskActor
{
    private bool _isWatchingDirectory;

    private void ReceiveDirectory()
    {
        Receive<WatchDirectory>(_ => WatchDirectory());
        Receive<LeaveDirectory>(_ => LeaveDirectory());
        Receive<DirectoryLost>(_ => OnDirectoryLost());
        Receive<DirectoryView>(whole => PushIfWatching(() => new DeskEvent.DirectoryShown(++_sequence, whole)));
        Receive<DirectoryChange>(change => PushIfWatching(() => new DeskEvent.DirectoryChanged(++_sequence, change)));
    }

    private void WatchDirectory()
    {
        _isWatchingDirectory = true;
        _floor.Tell(Desks.WatchDirectory.Instance);
    }

    private void LeaveDirectory()
    {
        if (_isWatchingDirectory)
        {
            _isWatchingDirectory = false;
            _floor.Tell(Desks.LeaveDirectory.Instance);
        }
    }

    // The floor begins anew.
    private void OnDirectoryLost()
    {
        if (_isWatchingDirectory)
        {
            WatchDirectory();
        }
    }

    // What was on its way when the page looked away is not news.
    private void PushIfWatching(Func<DeskEvent> make)
    {
        if (_isWatchingDirectory)
        {
            Push(make());
        }
    }
}
