using System.Text.Json.Serialization;

namespace Helpdesk.Api.Tickets;

/// <summary>What a message of the conversation is, and so who may ever see it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MessageKind>))]
public enum MessageKind
{
    /// <summary>Said between customer and staff.</summary>
    PublicReply,

    /// <summary>Said among staff. It never reaches the customer in any way.</summary>
    InternalNote,

    /// <summary>Told by Helpdesk itself.</summary>
    SystemEntry,
}
