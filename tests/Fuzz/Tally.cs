namespace MlMaths.Torch.Fuzz;

/// <summary>One line of the table.</summary>
internal sealed record Tally(string Kind)
{
    public int Tried { get; private init; }

    public int Read { get; private init; }

    public int Refused { get; private init; }

    public int Unclear { get; private init; }

    public int Different { get; private init; }

    public int Crashes { get; private init; }

    public int Hangs { get; private init; }

    public TimeSpan Slowest { get; private init; }

    public int SlowestNumber { get; private init; }

    public static string Head =>
        "| kind | tried | refused with a sentence | read | unclear sentences | read otherwise "
        + "| crashes | hangs | slowest |\n|---|---|---|---|---|---|---|---|---|";

    public override string ToString() => FormattableString.Invariant(
        $"| {Kind} | {Tried:N0} | {Refused:N0} | {Read:N0} | {Unclear} | {Different} | {Crashes} | {Hangs} | {Slow} |");

    private string Slow => FormattableString.Invariant($"{Slowest.TotalMilliseconds:F0} ms (input {SlowestNumber})");

    public Tally With(Ending ending, TimeSpan time, int number) => this with
    {
        Tried = Tried + 1,
        Read = Read + One(ending, Ending.Read),
        Refused = Refused + One(ending, Ending.Refused),
        Unclear = Unclear + One(ending, Ending.Unclear),
        Different = Different + One(ending, Ending.Different),
        Crashes = Crashes + One(ending, Ending.Crash),
        Hangs = Hangs + One(ending, Ending.Hang),
        Slowest = time > Slowest ? time : Slowest,
        SlowestNumber = time > Slowest ? number : SlowestNumber,
    };

    private static int One(Ending ending, Ending wanted) => ending == wanted ? 1 : 0;
}
