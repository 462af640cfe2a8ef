using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using Microsoft.AspNetCore.DataProtection;

namespace CrmUms.AgentWeb.Identity;

/// <summary>
/// Tickets that carry what they are for, sealed with the server's own keys: nothing is stored, and one outlives a
/// restart.
/// </summary>
internal sealed class HandBackTickets(IDataProtectionProvider protection) : IHandBackTickets
{
    private const char Between = '|';
    private static readonly TimeSpan ValidFor = TimeSpan.FromHours(3); // Longer than a talk with an assistant may last.

    private readonly ITimeLimitedDataProtector _seal =
        protection.CreateProtector("hand-back").ToTimeLimitedDataProtector();

    public string Issue(InteractionId interaction, string request) =>
        _seal.Protect($"{interaction}{Between}{request}", ValidFor);

    /// <summary>False when it is not one of ours, or too old.</summary>
    public bool TryRead(string ticket, out InteractionId interaction, [NotNullWhen(true)] out string? request)
    {
        (interaction, request) = (default, null);
        try
        {
            var parts = _seal.Unprotect(ticket).Split(Between, 2);
            (interaction, request) = (new InteractionId(Guid.ParseExact(parts[0], "n")), parts[1]);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
