using System.Text.Json.Serialization;

namespace Helpdesk.Api.Operations;

/// <summary>How things fare behind the pages, as anybody may know it.</summary>
/// <param name="State">In one word.</param>
public sealed record StatusResponse(OperationsState State);

/// <summary>How things fare behind the pages.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OperationsState>))]
public enum OperationsState
{
    /// <summary>What was asked for is done at once.</summary>
    [JsonStringEnumMemberName("allWell")]
    AllWell,
    /// <summary>Mails leave later than they should.</summary>
    [JsonStringEnumMemberName("mailLate")]
    MailLate,
    /// <summary>Something is done later than it should, or waits for an administrator.</summary>
    [JsonStringEnumMemberName("somethingWaits")]
    SomethingWaits,
}
