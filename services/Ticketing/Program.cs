using Helpdesk.Messaging;
using Helpdesk.Revocation;
using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Database;
using Helpdesk.Ticketing;
using Helpdesk.Ticketing.LocalCopies;
using Helpdesk.Ticketing.Timers;
using Helpdesk.Ticketing.Tracking;
using MassTransit;

var builder = WebApplication.CreateBuilder(args).AddServiceDefaults("ticketing");
builder.AddDatabase<TicketingDbContext>("ticketing");
builder.AddMessaging<TicketingDbContext>("ticketing", x =>
{
    x.AddRevokedAccess<TicketingDbContext>();
    x.AddLocalCopies();
    x.AddTickets();
    x.AddSagaStateMachine<TicketTimersMachine, TicketTimers>();
});
builder.AddTicketing();
builder.Services.AddTrackingBySecret();
builder.Services.AddValidation();

var app = builder.Build().UseServiceDefaults();
app.MapTicketing();
await app.RunOrMigrateAsync(args);

/// <summary>The host, named so that tests can boot it.</summary>
public partial class Program;
