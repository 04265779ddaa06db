using Helpdesk.Captcha;
using Helpdesk.Captcha.Challenges;
using Helpdesk.Captcha.Proofs;
using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Database;

var builder = WebApplication.CreateBuilder(args).AddServiceDefaults("captcha");
builder.AddDatabase<CaptchaDbContext>("captcha");
builder.AddChallenges();
builder.AddProofs();
builder.Services.AddValidation();

var app = builder.Build().UseServiceDefaults();
app.MapCaptcha();
await app.RunOrMigrateAsync(args);

/// <summary>The host, named so that tests can boot it.</summary>
public partial class Program;
