using Helpdesk.Load;

return args switch
{
    ["kill", .. var rest] => await KillCommand.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: kill [TICKETS PER SECOND] [SECONDS]");
    return 2;
}
