using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise03;

/// <summary>The checker written once, with a switch for each way in which people loosen it.</summary>
internal static class MismatchSlips
{
    public static IReadOnlyList<Slip> All { get; } =
    [
        new("total-size", "when only the number of all entries is compared, and not each axis", "Aggregate|*="),
        new("last-axis-only", "when only the last axis of each tensor is looked at", "^1|Last|- 1"),
        new("first-axis-only", "when only the first axis of each tensor is looked at", "[0]|First"),
        new("last-axis-compared", "when every axis is remembered, but only the last one compared", "^1|Last|- 1"),
        new("one-stretches", "when a size of 1 is allowed to stand for any other, as in broadcasting", "== 1|!= 1"),
        new("one-grows", "when a size of 1 is allowed to stand for any other, and takes the size it meets", "== 1|!= 1"),
        new("one-is-kept", "when a size of 1 that comes later is allowed to stand for any other", "== 1|!= 1"),
        new("last-mismatch", "when the last mismatch is named: the loop goes on after the first", "= i|Last|last"),
        new("one-based", "when tensors are counted from 1", "+ 1|= 1"),
        new("never-forgets", "when the sizes of one call are still there in the next: each batch has its own n", "static|Dictionary"),
        new("rows-shared", "when the first axis of every tensor has to be n: the weights have none", "[0]"),
        new("neighbours-only", "when each tensor is compared with the one before it alone", "- 1|Clear|previous"),
        new("first-binds-alone", "when only the names of the first tensor are remembered", "[0]|== 0|First"),
        new("own-axes-not-compared", "when two axes of one tensor with the same name are not compared",
            "TryGetValue|ContainsKey|!=|TryAdd"),
        new("own-last-binds", "when two axes of one tensor with the same name are not compared, and the last of them binds the name",
            "] =|TryAdd"),
        new("binder-named", "when the tensor is named that bound the size, and not the one that breaks it", "return"),
        new("axis-named", "when the axis is named, and not the tensor", "return"),
        new("mismatches-counted", "when the mismatches are counted", "++"),
        new("zero-for-none", "when 0 is returned where all fit: that names the first tensor", "return 0|: 0|?? 0"),
        new("count-for-none", "when the number of tensors is returned where all fit", "Length|Count"),
        new("axis-numbered", "when all axes are numbered through, and not the tensors", "++"),
        new("rows-fixed", "when n has a size of its own that stands in the code: it is another for each batch", "\"n\"|!="),
        new("rows-free", "when n is never compared: it may differ from call to call, but not within one", "\"n\""),
        new("ones-dropped", "when sizes of 1 are dropped before anything is compared", "!= 1|> 1|Where"),
        new("totals-by-names", "when tensors of the same names are compared by how many numbers they hold, and not axis by axis",
            "Aggregate|*="),
        new("sum-compared", "when only the sum of the sizes is compared, and not each axis", "Sum"),
        new("inner-sizes", "when the last axis of one tensor is compared with the first of the next: names say what belongs together",
            "- 1|^1|Last"),
        new("all-bound-first", "when all names are bound before anything is compared: the last size wins", "] =|for"),
        new("axes-counted-alone", "when only the number of axes is compared", "Length"),
        new("sorted", "when the sizes may stand in any order", "Order|Sort|Set"),
        new("axes-not-counted", "when names and sizes are paired and those left over are dropped: count the axes first", "Zip|Min|&&|for"),
        new("axes-by-name", "when the names are gone through, and sizes left over are dropped: count the axes first", "Length|for"),
        new("axes-by-size", "when the sizes are gone through, and names left over are dropped: count the axes first", "Length|for"),
        new("bound-anew", "when a name takes the size it has met last", "] ="),
        new("last-tensor-left-out", "when the last tensor is left out", "- 1|Length"),
        new("first-tensor-left-out", "when the first tensor is left out", "= 1"),
    ];

    public static Found Slipped(Pipeline at, IReadOnlySet<string> slips)
    {
        if (slips.Contains("never-forgets")) return new(null, NeverForgets: true);
        int from = slips.Contains("first-tensor-left-out") ? 1 : 0;
        int to = at.Names.Length - (slips.Contains("last-tensor-left-out") ? 1 : 0);
        var memory = new Memory(slips);
        if (slips.Contains("inner-sizes")) return new(InnerSizes(at));
        if (slips.Contains("ones-dropped"))
            at = at with { Shapes = [.. at.Shapes.Select(shape => shape.Where(size => size != 1).ToArray())] };
        if (slips.Contains("all-bound-first")) memory.BindAll(at);
        List<(int Tensor, int Axis, int Binder)> wrong = [];
        for (int i = from; i < to; i++)
        {
            if (memory.Met(at.Names[i], at.Shapes[i], i) is not { } place) continue;
            wrong.Add((i, place.Axis, place.Binder));
            if (!slips.Overlaps(["last-mismatch", "mismatches-counted"])) break;
        }

        if (slips.Contains("mismatches-counted")) return new(wrong.Count);
        if (wrong.Count == 0)
            return new(slips.Contains("zero-for-none") ? 0 : slips.Contains("count-for-none") ? at.Names.Length : null);
        (int tensor, int axis, int binder) = wrong[^1];
        int named = slips.Contains("binder-named") ? binder
            : slips.Contains("axis-named") ? axis
            : slips.Contains("axis-numbered") ? at.Names[..tensor].Sum(own => own.Length) + axis : tensor;
        return new(named + (slips.Contains("one-based") ? 1 : 0));
    }

    private static int? InnerSizes(Pipeline at) => Enumerable.Range(1, at.Shapes.Length - 1).Cast<int?>()
        .FirstOrDefault(i => at.Shapes[i!.Value - 1] is [.., var last] && at.Shapes[i.Value] is [var first, ..] && last != first);
}
