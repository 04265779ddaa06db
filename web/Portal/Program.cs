using Helpdesk.Portal;
using Helpdesk.ServiceDefaults;
using Helpdesk.Ui;

var builder = WebApplication.CreateBuilder(args).AddWebHost("portal", home: "/tickets");
builder.AddPortal();
await builder.Build().UseWebHost().UsePortal().RunOrMigrateAsync(args);
