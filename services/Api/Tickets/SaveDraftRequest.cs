using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Formats;

namespace Helpdesk.Api.Tickets;

/// <summary>What somebody has begun to write.</summary>
/// <param name="Text">What stands in the field.</param>
/// <param name="Internal">Whether it becomes a note and no reply.</param>
public sealed record SaveDraftRequest([property: Required, TextLength(20_000)] string Text, bool Internal = false);
