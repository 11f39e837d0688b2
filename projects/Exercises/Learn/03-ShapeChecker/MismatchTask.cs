using System.Globalization;
using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise03;

/// <summary><c>FirstMismatch(names, shapes)</c>: which tensor of a pipeline is the first that cannot be.</summary>
internal static class MismatchTask
{
    public static MethodTask<Pipeline, Found> SameAxes { get; } = Task(
    [
        new("where every shape follows from the sizes of its names, no tensor is named", Pipeline.Fitting, IsRight),
        new("the tensor in which a name first has another size is the one to be named", Pipeline.OtherSizes, IsRight),
        new("a tensor that came turned round is named, although it holds as many numbers", Pipeline.Turned, IsRight),
        new("of several tensors that do not fit, the first is named", Pipeline.TwoWrong, IsRight),
        new("two axes of one tensor that have the same name have the same size", Pipeline.NotSquare, IsRight),
        new("another number of rows, n, throughout, changes nothing: each call begins anew", Pipeline.OtherSizes,
            (at, came, again) => came.Value is { } value && again(at.Longer("n")).Value?.Index == value.Index),
        new("other letters for the same axes change nothing", Pipeline.OtherSizes,
            (at, came, again) => came.Value is { } value && again(at.Renamed()).Value?.Index == value.Index),
    ]);

    public static MethodTask<Pipeline, Found> OtherAxes { get; } = Task(
    [
        new("a tensor with an axis more than it has names is a mismatch: (n, 1) is not (n)", Pipeline.AxisTooMany, IsRight),
        new("a tensor with an axis fewer than it has names is a mismatch", Pipeline.AxisTooFew, IsRight),
        new("a size of 1 stands for no other size", Pipeline.OneForMany, IsRight),
    ], Pipeline.OtherSizes, Pipeline.Fitting, Pipeline.TwoWrong);

    private static MethodTask<Pipeline, Found> Task(
        IReadOnlyList<Property<Pipeline, Found>> properties, params Func<Random, Pipeline>[] probes)
    {
        return new(
            "FirstMismatch", "int? FirstMismatch(string[][] names, int[][] shapes)", Bound, properties, at => at.ToString())
        {
            Simpler = at => at.Simpler(),
            Probes = probes,
            Slips = MismatchSlips.All,
            Slipped = MismatchSlips.Slipped,
            Same = Found.Same,
            Remark = (text, _, _) => text.Contains("Dictionary", StringComparison.Ordinal)
                ? "Your FirstMismatch looks sizes up by name: one pass over the axes, however many tensors there are."
                : "There is no dictionary in your file: whoever compares each axis with all before it needs a hundred times as long for a "
                    + "pipeline ten times as long.",
        };
    }

    private static Func<Pipeline, Found>? Bound(System.Reflection.MethodInfo method)
    {
        Func<Pipeline, int?>? bound = Binding.Of<Pipeline, int?>(
            method, [typeof(string[][]), typeof(int[][])],
            at => [at.Names.Select(own => own.ToArray()).ToArray(), at.Shapes.Select(shape => shape.ToArray()).ToArray()], Index);
        if (bound is null) return null;
        var kept = new KeptSizes();
        return at =>
        {
            int? never = kept.Asked(at); // asked first: the learner's method may throw
            return new(bound(at), never);
        };
    }

    // −1 says “none” as well as null does.
    private static int? Index(object? returned) => returned switch
    {
        null => null,
        IConvertible number and not string => Convert.ToInt32(number, CultureInfo.InvariantCulture) is >= 0 and var index ? index : null,
        _ => throw new InvalidCastException($"It returned a {returned.GetType().Name}, and the number of a tensor is asked for."),
    };

    private static bool IsRight(Pipeline at, Outcome<Found> came, Func<Pipeline, Outcome<Found>> again) =>
        came.Value is { } value && value.Index == at.FirstWrong();
}
