using MlMaths.Torch.Diagnosis;

namespace MlMaths.Torch.Tests.Diagnosis;

public sealed class PerfectSeparationTests
{
    [Fact]
    public void A_line_between_the_classes_separates_wherever_its_zero_lies() =>
        Assert.Equal(new PerfectSeparation(true, 0.5), PerfectSeparation.In([false, true, false, true], [1.0, 2.0, 1.5, 9.0]));

    [Fact]
    public void One_row_on_the_wrong_side_is_enough_to_refute_it() =>
        Assert.Equal(new PerfectSeparation(false, -1), PerfectSeparation.In([false, true, true], [1.0, 0.0, 5.0]));

    [Fact]
    public void A_tie_between_the_classes_does_not_separate() =>
        Assert.False(PerfectSeparation.In([false, true], [1.0, 1.0]).IsSeparated);
}
