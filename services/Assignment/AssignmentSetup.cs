using Helpdesk.Assignment.Agents;
using Helpdesk.Assignment.Areas;
using Helpdesk.Assignment.Assigning;
using Helpdesk.Assignment.Availability;
using Helpdesk.Assignment.Changes;
using Helpdesk.Assignment.Queue;
using Helpdesk.Assignment.Visibility;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Assignment;

/// <summary>What this service is made of, besides its addresses.</summary>
static class AssignmentSetup
{
    public static Type[] Consumers { get; } =
    [
        typeof(AssignTicket), typeof(AssignWaitingTickets), typeof(SyncTicket), typeof(AskDispatchers),
        typeof(SyncAccount), typeof(BringAgentBack), typeof(RepublishAvailability), typeof(SyncSettings),
    ];

    public static IServiceCollection AddAssignment(this IServiceCollection services) => services
        .AddScoped<AreaLock>().AddScoped<TicketAssigner>().AddScoped<AgentUnitOfWork>().AddScoped<AreaUnitOfWork>().AddScoped<ChangeLog>()
        .AddScoped<TicketVisibility>().AddSingleton<CachedAvailability>().AddHostedService<QueueMetrics>()
        .AddHttpContextAccessor().AddTokenKeys<AssignmentDbContext>();
}
