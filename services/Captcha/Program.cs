using Helpdesk.Captcha;
using Helpdesk.Captcha.Challenges;
using Helpdesk.Captcha.Proofs;
using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Database;

var builder = WebApplication.CreateBuilder(args).AddServiceDefaults("captcha");
builder.AddDatabase<CaptchaDbContext>("captcha");
// Nothing here asks who calls, but a token sent to an address that does not exist is still checked.
builder.Services.AddTokenKeys<CaptchaDbContext>();
builder.AddChallenges();
builder.AddProofs();
builder.Services.AddValidation();

var app = builder.Build().UseServiceDefaults();
app.MapCaptcha();
await app.RunOrMigrateAsync(args);

/// <summary>The host, named so that tests can boot it.</summary>
public partial class Program;
