using System.Globalization;
using System.Text;

namespace MlMaths.Torch.Text;

/// <summary>How words are typed into a shell, so that a program gets exactly these words.</summary>
internal abstract class Shell
{
    private const string NeedsNoQuotes = "-_./:=@+,";

    /// <summary>sh, bash, zsh.</summary>
    public static Shell Posix { get; } = new PosixShell();

    /// <summary>cmd.exe; PowerShell takes the same, but for words with a percent or dollar sign or a backtick.</summary>
    public static Shell Cmd { get; } = new CmdShell();

    /// <summary>The one that people type into where this program runs.</summary>
    public static Shell OfThisSystem { get; } = OperatingSystem.IsWindows() ? Cmd : Posix;

    /// <summary>The launcher at the root of the clone, as it is typed there.</summary>
    public abstract string Launcher { get; }

    /// <summary>One word, in quotes where it needs them.</summary>
    public string Word(string word) => word.Length > 0 && word.All(NeedsNone) ? word : InQuotes(word);

    protected virtual bool NeedsNone(char letter) => char.IsAsciiLetterOrDigit(letter) || NeedsNoQuotes.Contains(letter);

    protected abstract string InQuotes(string word);

    private static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private sealed class PosixShell : Shell
    {
        public override string Launcher => "./mlmaths";

        protected override bool NeedsNone(char letter) => base.NeedsNone(letter) || letter == '%';

        protected override string InQuotes(string word) => word.EnumerateRunes().All(IsShown)
            ? $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'"
            : Spelt(word);

        // $'…' spells what must not be printed by its bytes; three octal digits cannot run into the letter behind them.
        private static string Spelt(string word)
        {
            StringBuilder spelt = new("$'");
            Span<byte> bytes = stackalloc byte[4];
            foreach (Rune rune in word.EnumerateRunes())
            {
                if (rune.Value is '\'' or '\\')
                    spelt.Append('\\');
                if (IsShown(rune))
                {
                    spelt.Append(rune);
                    continue;
                }

                foreach (byte one in bytes[..rune.EncodeToUtf8(bytes)])
                    spelt.Append('\\').Append(Convert.ToString(one, 8).PadLeft(3, '0'));
            }

            return spelt.Append('\'').ToString();
        }
    }

    /// <summary>
    /// Two readers, one after the other. cmd.exe takes what stands between double quotes as it is, but for %NAME%. The program's start
    /// code then takes "" between quotes for a quote, and a backslash for itself unless a quote follows.
    /// </summary>
    private sealed class CmdShell : Shell
    {
        public override string Launcher => @".\mlmaths";

        protected override bool NeedsNone(char letter) => base.NeedsNone(letter) || letter == '\\';

        protected override string InQuotes(string word)
        {
            StringBuilder quoted = new("\"");
            int backslashes = 0;
            // cmd.exe takes no line break and shows no mark that nobody sees: command.json has the word as it was typed.
            foreach (char letter in HarmlessText.Line(word))
            {
                if (letter is '"' or '%')
                    quoted.Append('\\', backslashes);
                backslashes = letter == '\\' ? backslashes + 1 : 0;
                // Between quotes nothing keeps a percent sign from naming a variable; outside, no variable is called "^.
                quoted.Append(letter switch { '"' => "\"\"", '%' => "\"^%\"", _ => letter.ToString() });
            }

            return quoted.Append('\\', backslashes).Append('"').ToString();
        }
    }
}
