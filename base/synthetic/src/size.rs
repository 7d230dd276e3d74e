//! How large a service is made.

/// How many of each there are.
#[derive(Clone, Debug)]
pub struct Size {
    /// Trusts in the synthetic region.
    pub trusts: usize,
    /// Hospitals in each trust.
    pub hospitals: usize,
    /// Clinics in each hospital.
    pub clinics: usize,
    /// Departments in each clinic.
    pub departments: usize,
    /// Wards in each department.
    pub wards: usize,
    /// Municipalities.
    pub municipalities: usize,
    /// Nursing homes, home care and so on in each municipality.
    pub services: usize,
    /// Persons besides those who try the demo out.
    pub persons: usize,
    /// Local plans.
    pub plans: usize,
    /// Measures in each plan.
    pub measures: usize,
    /// Activities under each measure.
    pub activities: usize,
}

impl Size {
    /// A service to look around in.
    pub const DEMO: Self = Self {
        trusts: 2,
        hospitals: 2,
        clinics: 2,
        departments: 2,
        wards: 2,
        municipalities: 2,
        services: 5,
        persons: 40,
        plans: 5,
        measures: 5,
        activities: 3,
    };

    /// A nation: about 5 000 units, 2 000 persons, 200 plans with 20 000 activities.
    pub const NATIONAL: Self = Self {
        trusts: 20,
        hospitals: 3,
        clinics: 4,
        departments: 3,
        wards: 2,
        municipalities: 350,
        services: 6,
        persons: 2_000,
        plans: 200,
        measures: 20,
        activities: 5,
    };
}
