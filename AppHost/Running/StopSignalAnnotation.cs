using Aspire.Hosting.ApplicationModel;

namespace Helpdesk.AppHost.Running;

/// <summary>The signal for a graceful stop, when it is not SIGTERM.</summary>
sealed record StopSignalAnnotation(string Signal) : IResourceAnnotation;
