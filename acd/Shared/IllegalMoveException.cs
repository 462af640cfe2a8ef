namespace CrmUms.Acd.Shared;

/// <summary>
/// Something was about to happen that a life cycle has no row for: a defect of ours, never an input of a user.
/// </summary>
public sealed class IllegalMoveException(string message) : Exception(message);
