namespace MlMaths.Torch.Data;

/// <summary>Decides what a column without a role is, and what is to be done with it.</summary>
internal sealed class ColumnJudge(TableOptions options, IReadOnlySet<string> leftOut, bool isPicture)
{
    /// <summary>More levels than these are no category.</summary>
    public const int MaxLevels = 50;

    private const int FewestOfLevel = 2;

    public ColumnPlan Of(RawColumn column, bool isNamed, DateNotation? date)
    {
        if (leftOut.Contains(column.Name))
            return new(column, KindAlone(column, date), ColumnAction.Dropped, "left out, as asked") { IsAsked = false };
        bool isKept = options.Keep.Contains(column.Name);
        if (column.Missing == column.Rows)
            return new(column, ColumnKind.Empty, ColumnAction.Dropped, "no row has a value");
        if (options.Orders.TryGetValue(column.Name, out IReadOnlyList<string>? order))
            return new(column, ColumnKind.Ordered, ColumnAction.Encoded, "in the order that was given") { Order = order };
        return column.IsNumeric ? OfNumbers(column, isNamed, isKept) : OfTexts(column, isKept, date);
    }

    private static ColumnKind KindAlone(RawColumn column, DateNotation? date) =>
        column.Missing == column.Rows ? ColumnKind.Empty
        : column.IsNumeric ? ColumnKind.Number
        : date is not null ? ColumnKind.Date
        : column.TextCount <= MaxLevels ? ColumnKind.Category
        : ColumnKind.Text;

    private ColumnPlan OfNumbers(RawColumn column, bool isNamed, bool isKept)
    {
        double[] different = FirstDifferent(column.NumbersOfRows!);
        if (isKept)
            return new(column, ColumnKind.Number, ColumnAction.Kept, "kept, as asked");
        if (different.Length == 1 && column.Rows > 1 && !isPicture)
            return new(column, ColumnKind.Constant, ColumnAction.Dropped, $"every value is {NumberText.Of(different[0])}");
        if (ClockAndCalendar.CompactDays(column) is { } days)
            return Dated(column, "dates such as 20260131", days);
        if (IdentifierEvidence.OfNumbers(column, isNamed) is { } why)
        {
            return new(column, ColumnKind.Identifier, ColumnAction.Dropped, why)
            {
                IsNumbered = isNamed && !IdentifierEvidence.IsNamedSo(column.Name),
            };
        }

        ColumnKind kind = different.Length == 2 ? ColumnKind.Binary : ColumnKind.Number;
        string reason = kind == ColumnKind.Binary
            ? $"two numbers, {NumberText.Of(different.Min())} and {NumberText.Of(different.Max())}"
            : column.Unit is { } unit ? $"numbers in {unit}" : "numbers";
        return new(column, kind, ColumnAction.Kept, reason) { Suspects = SuspectValues.In(column) };
    }

    // Three are enough to tell a constant and two values from numbers.
    private static double[] FirstDifferent(double[] numbers)
    {
        List<double> different = [];
        foreach (double number in numbers)
        {
            if (double.IsNaN(number) || different.Contains(number)) continue;
            different.Add(number);
            if (different.Count == 3) break;
        }

        return [.. different];
    }

    private ColumnPlan OfTexts(RawColumn column, bool isKept, DateNotation? date)
    {
        if (date is not null)
            return OfDates(column, date);
        int present = column.Rows - column.Missing;
        int[] counts = column.Counts();
        int levels = counts.Count(count => count > 0);
        if (!isKept && column.Rows == 1)
            return new(column, ColumnKind.Text, ColumnAction.Dropped, "one row, and so one text: there is nothing to compare it with");
        if (levels == 1 && column.Rows > 1)
            return new(column, ColumnKind.Constant, ColumnAction.Dropped, $"every value is {Quoted.Value(Only(column, counts))}");
        if (!isKept && ClockAndCalendar.Of(column) is { } moments)
            return new(column, ColumnKind.Text, ColumnAction.Dropped, moments) { Advice = moments };
        string? why = IdentifierEvidence.OfTexts(column, levels);
        if (!isKept && (why is not null || levels > MaxLevels) && SeveralInOne.Of(column) is { } several)
            return new(column, ColumnKind.Text, ColumnAction.Dropped, several) { Advice = several };
        if (!isKept && why is not null)
            return new(column, ColumnKind.Identifier, ColumnAction.Dropped, why);
        if (!isKept && levels > MaxLevels)
        {
            return new(column, ColumnKind.Text, ColumnAction.Dropped,
                $"{NumberText.Count(levels)} different texts in {Counted.Rows(present)}, more than {MaxLevels}");
        }

        int[] sizes = [.. counts.Where(count => count > 0).Order()];
        if (!isKept && sizes[sizes.Length / 2] < FewestOfLevel)
        {
            return new(column, ColumnKind.Text, ColumnAction.Dropped,
                $"{levels} different texts in {Counted.Rows(present)}, half of them seen once: what is seen once teaches nothing");
        }

        return levels == 2 ? OfTwo(column) : Category(column, levels);
    }

    private ColumnPlan OfDates(RawColumn column, DateNotation date)
    {
        return Dated(column, date.Sentence,
            date.Days is { } ofText ? Array.ConvertAll(column.Codes!, code => code < 0 ? double.NaN : ofText[code]) : null);
    }

    private ColumnPlan Dated(RawColumn column, string sentence, double[]? days)
    {
        if (days is not null && FirstDifferent(days) is [var only] && column.Rows > 1)
        {
            return new(column, ColumnKind.Constant, ColumnAction.Dropped, $"every value is {DateNotation.DayText(only)}");
        }

        string notation = days is null ? sentence : $"{sentence}: as an order of the rows, --time uses it";
        ColumnPlan plan = options.DateParts && days is not null
            ? new(column, ColumnKind.Date, ColumnAction.Encoded, $"{sentence}: weekday, month and day number, as asked")
            : new(column, ColumnKind.Date, ColumnAction.Dropped, notation);
        return plan with { Days = days };
    }

    private ColumnPlan OfTwo(RawColumn column)
    {
        string[] two = [.. column.Texts.Where((_, code) => column.Codes!.Contains(code))];
        string? isTrue = YesAndNo.Pairs.SelectMany(custom => two.Where(text =>
            text.Equals(custom.True, StringComparison.OrdinalIgnoreCase)
            && two.Any(other => other.Equals(custom.False, StringComparison.OrdinalIgnoreCase)))).FirstOrDefault();
        string reason = isTrue is null ? "two texts" : $"two words, of which {Quoted.Value(isTrue)} is 1 by custom";
        return Encoded(new(column, ColumnKind.Binary, ColumnAction.Encoded, reason) { True = isTrue });
    }

    private ColumnPlan Category(RawColumn column, int levels) => Encoded(new(
        column, ColumnKind.Category, ColumnAction.Encoded,
        $"{levels} texts"));

    private ColumnPlan Encoded(ColumnPlan plan) => options.EncodeCategories
        ? plan
        : plan with
        {
            Action = ColumnAction.Dropped,
            Reason = "texts have no distance: used for checks from outside (--encode categories)",
            IsAsked = false,
        };

    private static string Only(RawColumn column, int[] counts) => column.Texts[Array.FindIndex(counts, count => count > 0)];
}
