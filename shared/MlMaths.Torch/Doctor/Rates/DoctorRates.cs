using System.Globalization;
using MlMaths.Torch.Data;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Doctor;

/// <summary>
/// How often the doctor was right on the sealed set, whose seeds no rule had seen: printed beside every verdict. The file is written by
/// <see cref="Command"/>; its last two columns, the ends of the interval, follow from the counts.
/// </summary>
public static class DoctorRates
{
    /// <summary>What measures the rates.</summary>
    public const string Command = "dotnet run -c Release --project tests/Benchmarks -- doctor --set sealed --rates FILE";

    private const string Sound = "sound", First = "first", OnSound = "first-on-sound";

    private static readonly MeasuredRates<DoctorRate> Table = new(
        "Doctor/doctor-rates.csv", "what,cause,count,total,low,high",
        rate => string.Create(CultureInfo.InvariantCulture,
            $"{rate.What},{rate.Cause},{rate.Count},{rate.Total},{rate.Share.Low:0.0000},{rate.Share.High:0.0000}"),
        cells => new(cells.Text(0), cells.Text(1), cells.Whole(2), cells.Whole(3)));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DoctorRate> Measured => Table.All;

    /// <summary>Sound trainings with an alarm.</summary>
    public static DoctorRate FalseAlarms => Measured.Single(rate => rate.What == Sound);

    /// <summary>What a verdict is worth, in a sentence.</summary>
    /// <param name="first">The cause that stands first; null where nothing was found.</param>
    public static string Words(string? first)
    {
        string alarms = "On sealed trainings, which no rule had seen, "
            + $"{FalseAlarms.Count} of {FalseAlarms.Total} sound ones raised an alarm ({FalseAlarms.Ends})";
        if (first is null) return $"{alarms}.";
        if (Measured.FirstOrDefault(rate => rate.What == First && rate.Cause == first) is not { } right)
            return $"{alarms}; {first} never stood first there, so how often it is right is not known.";
        int onSound = Measured.First(rate => rate.What == OnSound && rate.Cause == first).Count;
        return $"{alarms}; {first} stood first in {Counted.Of(right.Total, "alarm")}, rightly in {right.Count} ({right.Ends}), and in "
            + $"{(onSound == 0 ? "no sound training" : Counted.Of(onSound, "sound training"))}.";
    }

    /// <summary>The rates of alarms on a set.</summary>
    /// <param name="soundTrainings">How many sound trainings there were.</param>
    /// <param name="alarms">The cause that stood first, whether it was right, and whether the training was sound, alarm by alarm.</param>
    public static IReadOnlyList<DoctorRate> Of(
        int soundTrainings, IReadOnlyList<(string First, bool IsRight, bool IsSound)> alarms) =>
    [
        new(Sound, "", alarms.Count(one => one.IsSound), soundTrainings),
        .. alarms.GroupBy(one => one.First).OrderBy(cause => cause.Key, StringComparer.Ordinal).SelectMany(cause => new DoctorRate[]
        {
            new(First, cause.Key, cause.Count(one => one.IsRight), cause.Count()),
            new(OnSound, cause.Key, cause.Count(one => one.IsSound), soundTrainings),
        }),
    ];

    /// <summary>The rates as the lines of a file, the first of them the header.</summary>
    public static IReadOnlyList<string> Lines(IEnumerable<DoctorRate> measured) => Table.Lines(measured);

    /// <summary>The rates in the lines of such a file.</summary>
    public static IReadOnlyList<DoctorRate> Parse(IEnumerable<string> lines) => Table.Parse(lines);
}

/// <summary>One measured rate.</summary>
/// <param name="What"><c>sound</c>: sound trainings with an alarm; <c>first</c>: alarms in which a cause stood first, rightly;
/// <c>first-on-sound</c>: sound trainings in which it did.</param>
/// <param name="Cause">By its name; empty for all.</param>
/// <param name="Count">How many.</param>
/// <param name="Total">Of how many.</param>
public sealed record DoctorRate(string What, string Cause, int Count, int Total)
{
    /// <summary>The share and its 95 % interval (Clopper–Pearson).</summary>
    public Interval Share => ClopperPearsonInterval.Of(Count, Total);

    /// <summary>The ends of the interval, in words.</summary>
    public string Ends => string.Create(CultureInfo.InvariantCulture, $"95 % interval {Share.Low:0.00} to {Share.High:0.00}");
}
