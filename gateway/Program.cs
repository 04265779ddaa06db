using Helpdesk.Gateway;
using Helpdesk.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args).AddServiceDefaults("gateway").AddGateway();
await builder.Build().UseGateway().RunOrMigrateAsync(args);
