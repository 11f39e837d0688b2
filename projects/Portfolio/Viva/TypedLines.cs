using System.Text;
using Spectre.Console;

namespace MlMaths.Torch.Portfolio.Viva;

/// <summary>Lines that somebody types at a terminal. Ctrl-C ends the waiting at once.</summary>
internal static class TypedLines
{
    private const char EndOfInput = '\u0004';

    /// <summary>The next line; null where the learner stops.</summary>
    public static string? Next(IAnsiConsole console, CancellationToken cancellation)
    {
        TextWriter echo = console.Profile.Out.Writer;
        echo.Write("> ");
        StringBuilder line = new();
        while (true)
        {
            if (Key(console, cancellation) is not { } key || (key.KeyChar == EndOfInput && line.Length == 0)) return null;
            if (key.Key == ConsoleKey.Enter)
            {
                echo.WriteLine();
                return $"{line}";
            }

            if (key.Key == ConsoleKey.Backspace && line.Length > 0)
            {
                line.Length--;
                echo.Write("\b \b");
            }
            else if (!char.IsControl(key.KeyChar))
            {
                line.Append(key.KeyChar);
                echo.Write(key.KeyChar);
            }
        }
    }

    private static ConsoleKeyInfo? Key(IAnsiConsole console, CancellationToken cancellation)
    {
        try
        {
            return console.Input.ReadKeyAsync(intercept: true, cancellation).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
