using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Simulations;

namespace MlMaths.Torch.Tests.LinearAlgebra;

public sealed class PartitionStabilityTests
{
    [Fact]
    public void Blobs_come_back_and_the_thirds_of_a_normal_cloud_do_not()
    {
        using Tensor blobs = Blobs.Draw([[0, 0], [9, 0], [0, 9]], 120, 1, seed: 1).X();
        using Tensor cloud = Blobs.Draw([[0, 0]], 120, 1, seed: 2).X();

        PartitionStability three = PartitionStability.Fit(blobs, 3, seed: 3, pairs: 10),
            none = PartitionStability.Fit(cloud, 3, seed: 3, pairs: 10);

        Assert.Equal(1, three.Agreement.Value!.Value, 1e-12);
        Assert.True(three.Agreement.Value > three.Reference.High);
        Assert.True(none.Agreement.Value < 0.8);
        Assert.InRange(none.Agreement.Value!.Value, none.Agreement.Low!.Value, none.Agreement.High!.Value);
    }

    [Fact]
    public void Same_seed_same_stability()
    {
        using Tensor X = KMeansTests.Rows(60, 3, seed: 4);
        Assert.Equal(PartitionStability.Fit(X, 2, seed: 5, pairs: 4), PartitionStability.Fit(X, 2, seed: 5, pairs: 4));
    }
}
