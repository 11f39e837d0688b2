using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.Tests.LinearAlgebra;

public sealed class ShapeCheckerTests
{
    private readonly ShapeChecker _shapes = new();

    [Fact]
    public void A_shape_that_disagrees_is_explained_by_the_tensor_that_bound_it()
    {
        _shapes.Require([569, 30], "X", "n", "d");
        Assert.Equal("w: expected [d=30], was [31]; d was bound by X [569, 30]", Sentence(() => _shapes.Require([31], "w", "d")));
    }

    [Fact]
    public void Only_the_dimensions_that_disagree_are_explained()
    {
        _shapes.Require([569, 30], "X", "n", "d");
        Assert.Equal("Y: expected [n=569, k], was [500, 3]; n was bound by X [569, 30]",
            Sentence(() => _shapes.Require([500, 3], "Y", "n", "k")));
    }

    [Fact]
    public void Each_dimension_names_its_own_binder()
    {
        _shapes.Require([569, 30], "X", "n", "d");
        _shapes.Require([30, 3], "W", "d", "k");
        Assert.Equal(
            "Z: expected [n=569, k=3], was [3, 569]; n was bound by X [569, 30]; k was bound by W [30, 3]",
            Sentence(() => _shapes.Require([3, 569], "Z", "n", "k")));
    }

    [Fact]
    public void A_wrong_number_of_dimensions_explains_all_that_were_bound()
    {
        _shapes.Require([569, 30], "X", "n", "d");
        Assert.Equal("w: expected [d=30], was [30, 1]; d was bound by X [569, 30]", Sentence(() => _shapes.Require([30, 1], "w", "d")));
        Assert.Equal("b: expected [], was [1]", Sentence(() => _shapes.Require([1], "b")));
    }

    [Fact]
    public void A_letter_twice_asks_for_a_square() =>
        Assert.Equal("H: expected [d=30, d=30], was [30, 31]; d was bound by H [30, 31]",
            Sentence(() => _shapes.Require([30, 31], "H", "d", "d")));

    [Fact]
    public void A_number_is_a_fixed_size()
    {
        _shapes.Require([569, 3], "Y", "n", "3");
        Assert.Equal("b: expected [1], was [3]", Sentence(() => _shapes.Require([3], "b", "1")));
        Assert.Equal("Y: expected [n=569, 3], was [569, 4]", Sentence(() => _shapes.Require([569, 4], "Y", "n", "3")));
    }

    [Fact]
    public void A_shape_that_was_refused_binds_nothing()
    {
        Sentence(() => _shapes.Require([7, 2], "A", "m", "1"));
        Assert.Equal([9, 1], _shapes.Require([9, 1], "A", "m", "1"));
    }

    [Fact]
    public void A_tensor_comes_back_for_use_in_the_same_line()
    {
        using Tensor X = torch.zeros(4, 2), w = torch.zeros(2), v = torch.zeros(3);
        using Tensor z = _shapes.Require(X, "X", "n", "d").mv(_shapes.Require(w, "w", "d"));
        Assert.Same(z, _shapes.Require(z, "z", "n"));
        Assert.Equal("v: expected [d=2], was [3]; d was bound by X [4, 2]", Sentence(() => _shapes.Require(v, "v", "d")));
    }

    private static string Sentence(Action require) => Assert.Throws<ShapeException>(require).Message;
}
