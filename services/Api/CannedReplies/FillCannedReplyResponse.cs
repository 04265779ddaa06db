namespace Helpdesk.Api.CannedReplies;

/// <summary>A canned reply as it would read on a ticket, to be looked over and sent.</summary>
/// <param name="Text">In the language of the ticket's customer.</param>
public sealed record FillCannedReplyResponse(string Text);
