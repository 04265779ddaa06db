using Helpdesk.Assignment.Agents;
using Helpdesk.Assignment.Areas;
using Helpdesk.Assignment.Attendance;
using Helpdesk.Assignment.Changes;
using Helpdesk.Assignment.Dispatch;
using Helpdesk.Assignment.Rounds;
using Helpdesk.Assignment.Visibility;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Assignment;

/// <summary>What this service is made of, besides its addresses.</summary>
static class Parts
{
    public static Type[] Consumers { get; } =
    [
        typeof(AssignTicket), typeof(AssignWaitingTickets), typeof(FollowTickets), typeof(AskDispatchers),
        typeof(FollowAccounts), typeof(BringAgentBack), typeof(TellUnavailabilityAgain), typeof(SyncSettings),
    ];

    public static IServiceCollection AddAssignment(this IServiceCollection services) => services
        .AddScoped<Turns>().AddScoped<Placing>().AddScoped<AgentChange>().AddScoped<AreaChange>().AddScoped<ChangeLog>()
        .AddScoped<TicketVisibility>().AddSingleton<AttendanceNow>().AddHostedService<LookAtOldQueues>().AddHostedService<QueueMeter>()
        .AddHttpContextAccessor().AddTokenKeys<AssignmentDbContext>();
}
