namespace MlMaths.Torch.Figures;

/// <summary>What a lesson draws: lines, points, arrows and words on a sheet with two axes.</summary>
/// <param name="Name">Stem of the file names: lower case, digits and hyphens.</param>
/// <param name="AltText">What there is to see, for who cannot see it.</param>
/// <param name="Across">The axis across.</param>
/// <param name="Up">The axis up.</param>
public sealed record LessonDrawing(string Name, string AltText, LessonAxis Across, LessonAxis Up)
{
    /// <summary>Curves.</summary>
    public IReadOnlyList<LessonLine> Lines { get; init; } = [];

    /// <summary>Clouds of points.</summary>
    public IReadOnlyList<LessonPoints> Points { get; init; } = [];

    /// <summary>Arrows, for vectors and steps.</summary>
    public IReadOnlyList<LessonArrow> Arrows { get; init; } = [];

    /// <summary>Words beside a place.</summary>
    public IReadOnlyList<LessonWords> Words { get; init; } = [];
}

/// <summary>What a colour says; each has a twin for dark pages.</summary>
public enum LessonInk
{
    /// <summary>What matters most.</summary>
    Text,

    /// <summary>What stands behind.</summary>
    Muted,

    /// <summary>One of two things that are compared.</summary>
    Warm,

    /// <summary>The other.</summary>
    Cool,
}

/// <summary>An axis.</summary>
/// <param name="Label">What it measures.</param>
/// <param name="Low">Where it begins.</param>
/// <param name="High">Where it ends; above <paramref name="Low"/>.</param>
public sealed record LessonAxis(string Label, double Low, double High);

/// <summary>A line through points.</summary>
/// <param name="X">Across.</param>
/// <param name="Y">Up, as many.</param>
/// <param name="Ink">Its colour.</param>
/// <param name="IsDashed">For what is only thought.</param>
public sealed record LessonLine(IReadOnlyList<double> X, IReadOnlyList<double> Y, LessonInk Ink = LessonInk.Text, bool IsDashed = false);

/// <summary>Points of one kind.</summary>
/// <param name="X">Across.</param>
/// <param name="Y">Up, as many.</param>
/// <param name="Ink">Their colour.</param>
public sealed record LessonPoints(IReadOnlyList<double> X, IReadOnlyList<double> Y, LessonInk Ink = LessonInk.Text);

/// <summary>An arrow between two places.</summary>
/// <param name="From">Across and up.</param>
/// <param name="To">Where its head is.</param>
/// <param name="Ink">Its colour.</param>
public sealed record LessonArrow((double X, double Y) From, (double X, double Y) To, LessonInk Ink = LessonInk.Text);

/// <summary>Words beside a place.</summary>
/// <param name="Says">A few of them.</param>
/// <param name="X">Across.</param>
/// <param name="Y">Up.</param>
/// <param name="Ink">Their colour.</param>
public sealed record LessonWords(string Says, double X, double Y, LessonInk Ink = LessonInk.Text);
