using System.Text;

namespace MlMaths.Torch.Tests.Runs;

/// <summary>
/// What a program gets of a line typed into cmd.exe: its rules (help cmd, ss64.com "escape characters") and then those of the C
/// runtime (learn.microsoft.com, "Parsing C command-line arguments"), written down as they stand there.
/// </summary>
internal static class WindowsWords
{
    /// <summary>Names of variables that there are.</summary>
    private static readonly string[] Variables = ["PATH", "HOME"];

    public static IReadOnlyList<string> Of(string line) => Runtime(Cmd(Expanded(line)));

    // Before anything else, and inside quotes too: %NAME% where there is such a variable; else it stays as it is.
    private static string Expanded(string line) => Variables.Aggregate(
        line, (text, name) => text.Replace($"%{name}%", "(expanded)", StringComparison.OrdinalIgnoreCase));

    // A quote turns special signs off and on again; outside, ^ takes the next sign as it is, and & | < > end the command.
    private static string Cmd(string line)
    {
        StringBuilder read = new();
        bool quoted = false;
        for (int at = 0; at < line.Length; at++)
        {
            if (line[at] == '"') quoted = !quoted;
            if (line[at] is '\n' or '\r' || (!quoted && line[at] is ('&' or '|' or '<' or '>')))
                throw new InvalidOperationException($"cmd.exe would end the command at {at} of {line}.");
            if (!quoted && line[at] == '^') at++;
            read.Append(line[at]);
        }

        return read.ToString();
    }

    // 2n backslashes before a quote are n, and the quote counts; 2n + 1 are n and a quote that is a letter; "" between quotes is a quote.
    private static List<string> Runtime(string line)
    {
        List<string> words = [];
        int at = 0;
        while (at < line.Length)
        {
            while (at < line.Length && line[at] is ' ' or '\t') at++;
            if (at == line.Length) break;
            StringBuilder word = new();
            for (bool quoted = false; at < line.Length && (quoted || line[at] is not (' ' or '\t')); at++)
            {
                int backslashes = 0;
                while (at < line.Length && line[at] == '\\') (backslashes, at) = (backslashes + 1, at + 1);
                bool isQuote = at < line.Length && line[at] == '"';
                word.Append('\\', isQuote ? backslashes / 2 : backslashes);
                if (!isQuote && at < line.Length && (quoted || line[at] is not (' ' or '\t'))) word.Append(line[at]);
                else if (!isQuote) at--;
                else if (backslashes % 2 == 1) word.Append('"');
                else if (quoted && at + 1 < line.Length && line[at + 1] == '"') (word, at) = (word.Append('"'), at + 1);
                else quoted = !quoted;
            }

            words.Add(word.ToString());
        }

        return words;
    }
}
