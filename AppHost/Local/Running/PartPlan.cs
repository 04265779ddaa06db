using Helpdesk.AppHost.Servers;

namespace Helpdesk.AppHost.Local.Running;

/// <summary>What a part is.</summary>
/// <param name="Name">Its name in the model, with the replica's number when there are several.</param>
/// <param name="Address">Where it listens; empty when nowhere.</param>
/// <param name="Command">How to start it, asked for anew each time.</param>
/// <param name="WorkingDirectory">Where it runs.</param>
/// <param name="IsHealthy">Whether it may be used.</param>
sealed record PartPlan(string Name, string Address, Func<ServerCommand> Command, string WorkingDirectory, Func<CancellationToken, Task<bool>> IsHealthy);
