using MlMaths.Torch.Reporting;
using Spectre.Console;

namespace MlMaths.Torch.Cli;

/// <summary>Where a command speaks: results on one stream, mistakes and the log on the other.</summary>
internal sealed class CommandConsole(IAnsiConsole output, IAnsiConsole errors)
{
    /// <summary>Standard output and standard error.</summary>
    public static CommandConsole Standard(IAnsiConsole? output, IAnsiConsole? errors) => new(
        output ?? AnsiConsole.Console,
#pragma warning disable RS0030 // This folder is the one place that speaks to the console.
        errors ?? AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }));
#pragma warning restore RS0030

    public IAnsiConsole Output => output;

    /// <summary>Whether somebody watches, so that what was written may be drawn over.</summary>
    private bool IsWatched => output.Profile.Out.IsTerminal && output.Profile.Capabilities.Ansi;

    /// <summary>Text without markup, however long, as one line.</summary>
    public void Say(string line) => output.Profile.Out.Writer.WriteLine(HarmlessText.Line(line));

    /// <summary>A document of many lines, for another program.</summary>
    public void Print(string document) => output.Profile.Out.Writer.WriteLine(HarmlessText.Lines(document));

    /// <summary>A sentence on the other stream; what shows a place below it has lines of its own.</summary>
    public void Complain(string sentence) => errors.Profile.Out.Writer.WriteLine(HarmlessText.Lines(sentence));

    /// <summary>Does the work with the progress display that fits: none, lines or bars.</summary>
    public T Follow<T>(CommonOptions options, TimeProvider clock, Func<RunProgress, T> work)
    {
        if (options.Quiet)
            return work(new SilentProgress());
        return IsWatched && !options.Verbose ? BarProgress.Show(output, work) : work(new LineProgress(Say, clock));
    }

    /// <summary>What was asked for, before anything else is done with it.</summary>
    public void Answer(IReadOnlyList<string> spoken)
    {
        foreach (string line in spoken)
            Say(line);
    }

    /// <summary>The last lines: what was measured, and where to read on.</summary>
    public void Conclude(IReadOnlyList<string> spoken, IReadOnlyList<Measurement> headline, string report)
    {
        int width = headline.Select(measurement => measurement.Label.Length).DefaultIfEmpty().Max();
        Say("");
        Answer(spoken);
        foreach (Measurement measurement in headline)
            Say($"{measurement.Label.PadRight(width)}  {measurement}");
        if (output.Profile.Capabilities.Links && IsWatched)
        {
            Link link = new(new Uri(Path.GetFullPath(report)).AbsoluteUri);
            output.Write(new Spectre.Console.Paragraph("Report: ")
                .Append(HarmlessText.Line(report), new Style(decoration: Decoration.Underline), link));
        }
        else
        {
            output.Profile.Out.Writer.Write($"Report: {HarmlessText.Line(report)}");
        }

        Say("");
    }
}
