using MlMaths.Torch.Figures;

namespace MlMaths.Torch.Tests.Figures;

public sealed class EndLabelsTests
{
    [Fact]
    public void Names_that_have_room_stay_where_their_lines_end() =>
        Assert.Equal([100, 20, 60], EndLabels.Apart([100, 20, 60], gap: 18, top: 0, bottom: 200));

    [Fact]
    public void Names_at_one_height_stand_around_it_in_their_order() =>
        Assert.Equal([82, 100, 118], EndLabels.Apart([100, 100, 100], gap: 18, top: 0, bottom: 200));

    [Fact]
    public void Names_at_the_border_stay_inside()
    {
        Assert.Equal([164, 182, 200], EndLabels.Apart([199, 200, 200], gap: 18, top: 0, bottom: 200));
        Assert.Equal([0, 18, 36], EndLabels.Apart([0, 0, 1], gap: 18, top: 0, bottom: 200));
    }

    [Fact]
    public void A_block_that_grows_into_its_neighbour_takes_it_in()
    {
        IReadOnlyList<float> places = EndLabels.Apart([50, 50, 50, 80], gap: 18, top: 0, bottom: 200);
        Assert.All(places.Zip(places.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 17.99f, 40));
    }

    [Fact]
    public void Where_not_all_fit_they_share_the_room_evenly() =>
        Assert.Equal([0, 10, 20], EndLabels.Apart([5, 5, 5], gap: 18, top: 0, bottom: 20));
}
