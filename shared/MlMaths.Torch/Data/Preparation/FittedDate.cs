using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Data;

/// <summary>
/// The parts of a date: days since the start of 1970, and 0/1 features for the weekday and the month, against the first of them that
/// the training rows have. A missing date is taken as the median day.
/// </summary>
internal sealed class FittedDate : FittedColumn
{
    private static readonly string[] WeekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    private static readonly string[] MonthNames =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private readonly double _median;
    private readonly (double First, double Last)? _ends;
    private readonly int[] _weekdays, _months;

    private FittedDate(ColumnPlan plan, double median, (double, double)? ends, int[] weekdays, int[] months) : base(plan)
    {
        (_median, _ends, _weekdays, _months) = (median, ends, weekdays, months);
        string name = plan.Column.Name;
        Features =
        [
            $"{name}: day number", .. weekdays.Skip(1).Select(day => $"{name}: weekday = {WeekdayNames[day]}"),
            .. months.Skip(1).Select(month => $"{name}: month = {MonthNames[month]}"),
        ];
    }

    public override IReadOnlyList<string> Features { get; }

    public override string? Reference => string.Join(", ",
        _weekdays.Take(1).Select(day => WeekdayNames[day]).Concat(_months.Take(1).Select(month => MonthNames[month])));

    public override string? Filled => Plan.Column.Missing == 0 ? null : "the median day of the training rows";

    internal override LearntColumn Learnt => new(ColumnRecipe.Date, _median)
    {
        Lowest = _ends?.First,
        Highest = _ends?.Last,
        Weekdays = _weekdays,
        Months = _months,
    };

    public static FittedDate Restore(ColumnPlan plan, LearntColumn learnt) =>
        new(plan, learnt.Fill, learnt.Ends, [.. learnt.Weekdays], [.. learnt.Months]);

    public static FittedDate Fit(ColumnPlan plan, int[] training)
    {
        double[] days = [.. training.Select(row => plan.Days![row]).Where(day => !double.IsNaN(day))];
        return new(
            plan, days.Length > 0 ? Math.Floor(Quantiles.Of(days).Median) : 0, days.Length > 0 ? (days.Min(), days.Max()) : null,
            [.. days.Select(WeekdayOf).Distinct().Order()], [.. days.Select(MonthOf).Distinct().Order()]);
    }

    internal override void Write(RawColumn column, int[] rows, double[] features, int at, int stride)
    {
        double[] days = DaysOf(column);
        int to = at;
        foreach (int row in rows)
        {
            double day = double.IsNaN(days[row]) ? _median : days[row];
            features[to] = day;
            int weekday = Array.IndexOf(_weekdays, WeekdayOf(day)), month = Array.IndexOf(_months, MonthOf(day));
            if (weekday > 0) features[to + weekday] = 1;
            if (month > 0) features[to + Math.Max(0, _weekdays.Length - 1) + month] = 1;
            to += stride;
        }
    }

    internal override OutsideNumbers? Outside(RawColumn column, int[] rows) => OutsideNumbers.In(DaysOf(column), rows, _ends);

    internal override IReadOnlyList<StrangeLevel> StrangeLevels(RawColumn column, int[] rows)
    {
        double[] days = DaysOf(column);
        double[] present = [.. rows.Select(row => days[row]).Where(day => !double.IsNaN(day))];
        return [.. Strange(present.Select(WeekdayOf), _weekdays, WeekdayNames), .. Strange(present.Select(MonthOf), _months, MonthNames)];
    }

    // A weekday or a month that no training row has gets no 1, as the first of those that they have.
    private static IEnumerable<StrangeLevel> Strange(IEnumerable<int> parts, int[] seen, string[] names) => seen.Length == 0 ? []
        : parts.Where(part => !seen.Contains(part)).CountBy(part => part).OrderByDescending(part => part.Value)
            .Select(part => new StrangeLevel(
                names[part.Key], part.Value, $"{names[seen[0]]}, which others are compared with", IsRespelt: false));

    private double[] DaysOf(RawColumn column)
    {
        if (ReferenceEquals(column, Plan.Column)) return Plan.Days!;
        if (column.Missing == column.Rows) return [.. Enumerable.Repeat(double.NaN, column.Rows)];
        if (column.IsNumeric && ClockAndCalendar.CompactDays(column) is { } compact) return compact;
        double[] ofText = DateNotation.Of(column.Texts)?.Days ?? throw new UserMistakeException(
            $"The column {Quoted.Value(Name)} held dates where the model was trained, and here it does not: correct it.");
        return Array.ConvertAll(column.Codes!, code => code < 0 ? double.NaN : ofText[code]);
    }

    private static int WeekdayOf(double day) => ((int)DateTime.UnixEpoch.AddDays(day).DayOfWeek + 6) % 7;

    private static int MonthOf(double day) => DateTime.UnixEpoch.AddDays(day).Month - 1;
}
