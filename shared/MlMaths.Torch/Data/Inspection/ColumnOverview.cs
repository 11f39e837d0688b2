using System.Globalization;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Data;

/// <summary>A bar of a column's small picture.</summary>
/// <param name="Words">The value, or where the bar of a histogram begins.</param>
/// <param name="Rows">How many rows.</param>
public sealed record ColumnBar(string Words, int Rows);

/// <summary>One column as a person looks at it first: what it is, what it lacks, and how its values lie.</summary>
/// <param name="Plan">What it is, and why.</param>
/// <param name="Different">Different values, up to <see cref="MostDifferent"/>.</param>
/// <param name="Bars">Bins of numbers and dates from low to high, or values, the most frequent first; what is left is "others".</param>
/// <param name="Shown">From where to where (<c>22 to 80</c>), or the most frequent values, each with its share.</param>
public sealed record ColumnOverview(ColumnPlan Plan, int Different, IReadOnlyList<ColumnBar> Bars, IReadOnlyList<string> Shown)
{
    /// <summary>Beyond so many, different numbers are not counted.</summary>
    public const int MostDifferent = 1000;

    private const int Bins = 20, MostBars = 8, FewNumbers = 8, ShownLevels = 3, MostLookedAt = 20_000;

    // Words beside so many numbers are exceptions; among fewer numbers all may be names.
    private const int MostWords = 2, FewestNumberLevels = 3;

    // The outermost bins hold what lies beyond, so that one wild value flattens no histogram.
    private const double Tail = 0.005;

    /// <summary>As the file has it.</summary>
    public string Name => Plan.Column.Name;

    /// <summary>What is <see cref="Shown"/>, in one line.</summary>
    public string Values => string.Join(", ", Shown);

    /// <summary>Its texts as a custom orders them, the lowest first; null where none is known to.</summary>
    public IReadOnlyList<string>? Scale { get; } = KnownScales.Of(Plan);

    /// <summary>Of a category whose other levels are numbers, the words that are none: "none" beside grades.</summary>
    public IReadOnlyList<string> WordsAmongNumbers { get; } = WordsBesideNumbers(Plan);

    /// <summary>The value of <c>--missing-value</c> that declares <see cref="WordsAmongNumbers"/> missing.</summary>
    public string DeclaresWords => NameList.Write(WordsAmongNumbers.Select(word => $"{Name}={word}"));

    /// <summary>Whether there are more different values than were counted.</summary>
    public bool HasMore => Different > MostDifferent;

    /// <summary>Whether the user said to leave it out.</summary>
    public bool IsLeftOut => !Plan.IsAsked;

    /// <summary>Whether it holds dates that can be read in one way only.</summary>
    public bool IsDated => Plan.Days is not null;

    /// <summary>Whether the bars are those of a histogram, and not one for each value.</summary>
    public bool IsMeasured => Different > FewNumbers && (IsDated || Plan.Column.IsNumeric);

    /// <summary>The name as an option takes it in a list of names.</summary>
    public string Listed => NameList.Write([Name]);

    /// <summary>The value of <c>--order</c> that gives <see cref="Scale"/>.</summary>
    public string Orders => NameList.Write((Scale ?? []).Select((word, place) => place == 0 ? $"{Name}={word}" : word));

    /// <summary>The value of <c>--missing-value</c> that declares a suspect missing.</summary>
    public string Declares(SuspectValue suspect) => NameList.Write([FormattableString.Invariant($"{Name}={suspect.Value}")]);

    internal static ColumnOverview Of(ColumnPlan plan)
    {
        RawColumn column = plan.Column;
        if (column.Missing == column.Rows) return new(plan, 0, [], ["no value"]);
        return plan.Days is { } days ? OfMeasured(plan, days, DateNotation.DayText)
            : column.NumbersOfRows is { } numbers ? OfMeasured(plan, numbers, value => Number(value, plan))
            : OfTexts(plan, column.Counts());
    }

    private static ColumnOverview OfMeasured(ColumnPlan plan, double[] values, Func<double, string> words)
    {
        Dictionary<double, int> counts = [];
        (double low, double high) = NumberRange.Ends(values);
        foreach (double value in values)
        {
            if (double.IsNaN(value)) continue;
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, value, out _)++;
            if (counts.Count > MostDifferent) break;
        }

        string range = low == high ? words(low) : $"{words(low)} to {words(high)}";
        ColumnBar[] bars = counts.Count <= FewNumbers
            ? [.. counts.OrderBy(one => one.Key).Select(one => new ColumnBar(words(one.Key), one.Value))]
            : Histogram(values, words);
        return new(plan, counts.Count, bars, [range]);
    }

    private static ColumnBar[] Histogram(double[] values, Func<double, string> words)
    {
        int stride = (values.Length + MostLookedAt - 1) / MostLookedAt;
        List<double> looked = new(MostLookedAt);
        for (int row = 0; row < values.Length; row += stride)
        {
            if (!double.IsNaN(values[row])) looked.Add(values[row]);
        }

        var ends = Quantiles.Of([.. looked.DefaultIfEmpty(0)]);
        double low = ends.At(Tail), high = ends.At(1 - Tail), width = (high - low) / Bins;
        int[] rows = new int[Bins];
        foreach (double value in values)
        {
            if (!double.IsNaN(value)) rows[width > 0 ? (int)Math.Clamp((value - low) / width, 0, Bins - 1) : 0]++;
        }

        return [.. rows.Select((count, bin) => new ColumnBar(words(low + bin * width), count))];
    }

    private static ColumnOverview OfTexts(ColumnPlan plan, int[] counts)
    {
        RawColumn column = plan.Column;
        (int Code, int Rows)[] levels = [.. counts.Select((rows, code) => (code, rows)).Where(level => level.rows > 0)];
        (int Code, int Rows)[] most = levels.Length <= MostDifferent
            ? [.. levels.OrderByDescending(level => level.Rows).Take(MostBars)]
            : [.. levels.Where(level => level.Rows > 1).OrderByDescending(level => level.Rows).Take(MostBars)];
        if (most.Length == 0) most = levels[..Math.Min(MostBars, levels.Length)];
        int present = column.Rows - column.Missing, rest = present - most.Sum(level => level.Rows);
        ColumnBar[] bars = [.. most.Select(level => new ColumnBar(column.TextOf(level.Code), level.Rows))];
        bool allDiffer = levels.Length == present;
        string[] shown = [.. bars.Take(ShownLevels).Select(bar => allDiffer ? Quoted.Value(bar.Words)
            : $"{Quoted.Value(bar.Words)} {NumberText.Percent((double)bar.Rows / present)}")];
        return new(plan, levels.Length, rest > 0 ? [.. bars, new("others", rest)] : bars, shown);
    }

    private static string[] WordsBesideNumbers(ColumnPlan plan)
    {
        if (plan.Kind != ColumnKind.Category || plan.Column.IsNumeric) return [];
        int[] counts = plan.Column.Counts();
        string[] levels = [.. plan.Column.Texts.Where((_, code) => counts[code] > 0)];
        string[] words = [.. levels.Where(level => !double.TryParse(level, NumberStyles.Float, CultureInfo.InvariantCulture, out _))];
        return words.Length is > 0 and <= MostWords && levels.Length - words.Length >= FewestNumberLevels ? words : [];
    }

    // A code is read whole: of an identifier, and of what may mean "missing".
    private static string Number(double value, ColumnPlan plan) => plan.Kind == ColumnKind.Identifier
        ? value.ToString("0", CultureInfo.InvariantCulture)
        : (plan.Suspects.Any(suspect => suspect.Value == value) ? NumberText.Of(value)
            : YearNumbers.Or(value, plan.Column.Name, NumberText.Brief)) + (plan.Column.Unit is { } unit ? $" {unit}" : "");
}
