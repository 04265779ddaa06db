namespace Helpdesk.Api.Setup;

/// <summary>The state of the setup.</summary>
/// <param name="Needed">Whether the first administrator is still to be made.</param>
public sealed record SetupResponse(bool Needed);
