using System.Text.Json.Serialization;

namespace Helpdesk.Operations.Status;

public static class ShowStatus
{
    /// <summary>How things fare behind the pages, as anybody may know it.</summary>
    public sealed record Answer(OperationsState State);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/status", HandleAsync)
        .AllowAnonymous().WithName("ShowStatus").WithSummary("Whether all goes well behind the pages; a few seconds old at most");

    static async Task<Answer> HandleAsync(StatusNow status, CancellationToken cancellationToken) =>
        new(await status.ReadAsync(cancellationToken));
}

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
