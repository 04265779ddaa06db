using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Formats;

namespace Helpdesk.Api.Tickets;

/// <summary>A note that only staff can read.</summary>
/// <param name="Text">What is noted.</param>
public sealed record AddNoteRequest([property: Required, TextLength(20_000)] string Text);
