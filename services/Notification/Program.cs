using Helpdesk.Messaging;
using Helpdesk.Notification;
using Helpdesk.Notification.Digests;
using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.MailTests;
using Helpdesk.Notification.Sending;
using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Database;

var builder = WebApplication.CreateBuilder(args).AddServiceDefaults("notification");
builder.AddDatabase<NotificationDbContext>("notification");
builder.AddMessaging<NotificationDbContext>("notification", Consumers.Add);
builder.Services.AddTokenKeys<NotificationDbContext>();
builder.AddLedger();
builder.AddDigests();
builder.AddSending();
builder.AddMailTests();
builder.Services.AddValidation();

var app = builder.Build().UseServiceDefaults();
app.MapNotification();
await app.RunOrMigrateAsync(args);

/// <summary>The host, named so that tests can boot it.</summary>
public partial class Program;
