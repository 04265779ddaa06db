using System.Net.Sockets;
using System.Text;

namespace Helpdesk.Notification.Tests.Smtp;

sealed class SmtpConversation(SmtpServer server, TcpClient client)
{
    bool _signedIn;

    public async Task RunAsync(CancellationToken stop)
    {
        using var _ = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        try
        {
            if (await KeptWaitingAsync(stop))
                return;
            await writer.WriteLineAsync("220 test.local ESMTP".AsMemory(), stop);
            var recipients = new List<string>();
            while (await reader.ReadLineAsync(stop) is { } line)
            {
                // A conversation that had begun falls silent too: a worker keeps its connection from one mail to the next.
                if (await KeptWaitingAsync(stop) || await AnswerAsync(line, recipients, reader, writer, stop) is not { } reply)
                    return;
                await writer.WriteLineAsync(reply.AsMemory(), stop);
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
        {
        }
    }

    /// <summary>True: the server said nothing for a while, and whom it kept waiting it does not serve any more.</summary>
    async Task<bool> KeptWaitingAsync(CancellationToken stop)
    {
        if (!server.Silent)
            return false;
        while (server.Silent)
            await Task.Delay(25, stop);
        return true;
    }

    async Task<string?> AnswerAsync(string line, List<string> recipients, StreamReader reader, StreamWriter writer, CancellationToken stop)
    {
        switch (line.Split(' ', ':')[0].ToUpperInvariant())
        {
            case "EHLO" or "HELO":
                return $"250-test.local\r\n{(server.Account is null ? "" : "250-AUTH LOGIN\r\n")}250-SMTPUTF8\r\n250 8BITMIME";
            case "AUTH":
                return await SignInAsync(line, reader, writer, stop);
            case "MAIL" when server.Account is not null && !_signedIn:
                return "530 5.7.0 Sign in first";
            case "MAIL" or "RSET":
                recipients.Clear();
                return "250 2.1.0 Ok";
            case "RCPT":
                var address = line[(line.IndexOf('<') + 1)..line.IndexOf('>')];
                if (server.OnRecipient(address) is { } refusal)
                    return refusal;
                recipients.Add(address);
                return "250 2.1.5 Ok";
            case "DATA":
                await writer.WriteLineAsync("354 Go on".AsMemory(), stop);
                var mail = new ReceivedMail(Assert.Single(recipients), await DataAsync(reader, stop));
                server.Mails.Enqueue(mail);
                return server.OnMail(mail);
            case "QUIT":
                await writer.WriteLineAsync("221 2.0.0 Bye".AsMemory(), stop);
                return null;
            default:
                return "502 5.5.1 Not here";
        }
    }

    async Task<string> SignInAsync(string line, StreamReader reader, StreamWriter writer, CancellationToken stop)
    {
        var user = Encoding.UTF8.GetString(Convert.FromBase64String(line.Split(' ')[2]));
        await writer.WriteLineAsync("334 UGFzc3dvcmQ6".AsMemory(), stop);
        var password = Encoding.UTF8.GetString(Convert.FromBase64String(await reader.ReadLineAsync(stop) ?? ""));
        _signedIn = $"{user}:{password}" == server.Account;
        return _signedIn ? "235 2.7.0 Welcome" : "535 5.7.8 Wrong";
    }

    static async Task<string> DataAsync(StreamReader reader, CancellationToken stop)
    {
        var data = new StringBuilder();
        while (await reader.ReadLineAsync(stop) is { } line && line != ".")
            data.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        return data.ToString();
    }
}
