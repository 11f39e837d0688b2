using System.Text;
using Spectre.Console;
using Words = Spectre.Console.Text;

namespace MlMaths.Torch.Cli;

/// <summary>What a tool was asked, and where it answers.</summary>
public sealed class ToolContext
{
    private readonly ParsedOptions _options;
    private readonly Lazy<CancellationToken> _cancellation;

    internal ToolContext(ParsedOptions options, IAnsiConsole output, Func<CancellationToken>? cancellation = null)
    {
        (_options, Output) = (options, output);
        _cancellation = new(cancellation ?? (() => CancellationToken.None));
    }

    /// <summary>All that was typed, for who checks options together.</summary>
    public ParsedOptions Options => _options;

    /// <summary>What was typed besides options, in its order.</summary>
    public IReadOnlyList<string> Words => _options.Words;

    /// <summary>For tables and colours.</summary>
    public IAnsiConsole Output { get; }

    /// <summary>
    /// Ends what goes on. From the first time that it is asked for, Ctrl-C asks the tool to stop; before, it ends the process.
    /// </summary>
    public CancellationToken Cancellation => _cancellation.Value;

    /// <summary>Whether somebody sits at a keyboard.</summary>
    public bool IsAttended =>
        Output.Profile.Out.IsTerminal && Output.Profile.Capabilities.Interactive && !StandardStreams.IsInputRedirected;

    /// <summary>A key that was pressed meanwhile; null for none, and where nobody sits at a keyboard.</summary>
    public char? Key() => IsAttended && Output.Input.IsKeyAvailable()
        ? Output.Input.ReadKey(intercept: true)?.KeyChar
        : null;

    /// <summary>Waits for a key; null where nobody sits at a keyboard.</summary>
    public char? NextKey() => IsAttended ? Output.Input.ReadKey(intercept: true)?.KeyChar : null;

    /// <summary>A line that is typed by somebody at a keyboard; null where they end the input, or are interrupted.</summary>
    /// <param name="interruption">Ends the waiting at once.</param>
    public string? Line(CancellationToken interruption)
    {
        const char endOfInput = '\u0004';
        TextWriter echo = Output.Profile.Out.Writer;
        echo.Write("> ");
        StringBuilder line = new();
        while (Pressed(interruption) is { } key && (key.KeyChar != endOfInput || line.Length > 0))
        {
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

        echo.WriteLine();
        return null;
    }

    private ConsoleKeyInfo? Pressed(CancellationToken interruption)
    {
        try
        {
            return Output.Input.ReadKeyAsync(intercept: true, interruption).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>The value of an option: typed, or its default.</summary>
    public T Of<T>(ProjectOption<T> option) => _options.Of(option);

    /// <summary>Text without markup, however long a line of it.</summary>
    public void Say(string line = "") => Output.Profile.Out.Writer.WriteLine(HarmlessText.Lines(line));

    /// <summary>A line that stands out where the console can show that.</summary>
    public void Head(string line) =>
        Output.Write(new Words(HarmlessText.Line(line) + Environment.NewLine, new Style(decoration: Decoration.Bold)));
}
