using Aspire.Hosting.ApplicationModel;

namespace Helpdesk.AppHost.Running;

/// <summary>Asks the resource's process to stop by another signal than the usual.</summary>
sealed record StopSignalAnnotation(string Signal) : IResourceAnnotation;
