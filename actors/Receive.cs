namespace CrmUms.Actors;

/// <summary>A behaviour; says whether the message was handled.</summary>
public delegate bool Receive(object message);

public delegate void UntypedReceive(object message);
