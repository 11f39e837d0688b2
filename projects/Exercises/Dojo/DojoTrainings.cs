using System.Diagnostics;
using System.Globalization;
using MlMaths.Torch.Cli;
using MlMaths.Torch.Doctor;
using Spectre.Console;

namespace MlMaths.Torch.Exercises.Dojo;

/// <summary>Trains in front of who waits: a bar at a keyboard, a line now and then elsewhere, nothing where a program reads.</summary>
/// <param name="context">Where it is said.</param>
/// <param name="isQuiet">Whether nothing is said.</param>
internal sealed class DojoTrainings(ToolContext context, bool isQuiet)
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(2);

    /// <summary>One training.</summary>
    /// <param name="name">What is waited for.</param>
    /// <param name="spec">The training.</param>
    /// <param name="seed">Of all chance.</param>
    public SpecTrial Train(string name, TrainingSpec spec, int seed)
    {
        CancellationToken stop = context.Cancellation;
        if (isQuiet) return SpecTrial.Train(spec, seed, _ => { }, stop);
        if (!context.IsAttended) return SpecTrial.Train(spec, seed, Lines(name), stop);
        return context.Output.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .Start(bars =>
            {
                ProgressTask bar = bars.AddTask(Markup.Escape(name), maxValue: 1);
                return SpecTrial.Train(spec, seed, share => bar.Value = share, stop);
            });
    }

    private Action<double> Lines(string name)
    {
        var clock = Stopwatch.StartNew();
        return share =>
        {
            if (clock.Elapsed < BetweenLines) return;
            clock.Restart();
            context.Say(string.Create(CultureInfo.InvariantCulture, $"{name} … {100 * share:0} %"));
        };
    }
}
