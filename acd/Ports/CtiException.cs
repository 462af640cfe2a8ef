namespace CrmUms.Acd.Ports;

/// <summary>How a PBX can fail us.</summary>
public enum CtiErrorCode
{
    /// <summary>There is no connection now; it is being restored.</summary>
    LinkDown,

    /// <summary>No reply within the time limit. The request may or may not have been carried out.</summary>
    NoReply,

    /// <summary>The PBX refused for a reason that repeating does not cure; the message says which.</summary>
    Refused,
}

/// <summary>A request that the PBX did not carry out, for a reason other than a leg that is gone.</summary>
public sealed class CtiException(CtiErrorCode code, string message, Exception? cause = null)
    : Exception(message, cause)
{
    /// <summary>The reason, from a closed list.</summary>
    public CtiErrorCode Code { get; } = code;

    /// <summary>Whether trying again, unchanged, may succeed.</summary>
    public bool IsTransient => Code is CtiErrorCode.LinkDown or CtiErrorCode.NoReply;
}
