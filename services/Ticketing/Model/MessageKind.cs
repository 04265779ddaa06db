namespace Helpdesk.Ticketing.Model;

/// <summary>What a turn of the conversation is, and so who may ever see it.</summary>
public enum MessageKind
{
    /// <summary>Said between customer and staff.</summary>
    PublicReply,

    /// <summary>Said among staff. It never reaches the customer by any road.</summary>
    InternalNote,

    /// <summary>Told by Helpdesk itself.</summary>
    SystemEntry,
}
